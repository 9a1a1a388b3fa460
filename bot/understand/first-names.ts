/** First names that are common where English is written: who is called one is a person and no company. */
const firstNames = new Set(
  `aaron abby abdul abe abigail adam adele adrian ahmed aiden aisha alan albert alejandro alex alexa alexander
   alexandra alfred ali alice alicia alison allen allison alma amanda amber amelia amina amir amit amy ana andre
   andrea andrew andy angela angie anita ann anna anne annie anthony antonio anya april arjun arnold arthur arun
   asha ashley audrey austin ava barbara barry beatrice becky bella ben benjamin bernard beth betty beverly bill
   billy blake bob bobby bonnie brad bradley brandon brenda brendan brent brett brian bridget brooke bruce bryan
   caitlin caleb calvin camila candice cara carl carla carlos carmen carol caroline carrie casey cassie catherine
   cathy cecilia chad charles charlie charlotte chen cheryl chester chloe chris christian christina christine
   christopher cindy claire clara clark claudia clive cody colin connie connor corey craig crystal curtis cynthia
   daisy dale damian dan dana daniel danielle danny darren dave david dawn dean debbie deborah deepak dennis
   derek desmond diana diane diego dirk dom dominic don donald donna doris dorothy doug douglas drew duncan
   dustin dwight dylan ed eddie edgar edith edward edwin eileen elaine eleanor elena eli elijah elizabeth ella
   ellen elliot elsa emily emma emmanuel eric erica erik erin ernest esther ethan eugene eva evan evelyn faith
   farah fatima felix fernando fiona florence frances francis frank fred freddie gabriel gabriela gail gareth
   gary gavin gemma geoff george georgia gerald gerard gil gina glen glenn gloria gordon grace graham grant greg
   gregory greta guy gwen hank hannah hans harold harriet harris harry harvey hassan hazel heather hector heidi
   helen henry herbert holly howard hugh hugo ian ibrahim imran inga ingrid irene iris isaac isabel isabella ivan
   ivy jack jackie jackson jacob jacqueline jake james jamie jan jane janet janice jared jasmine jason javier jay
   jean jeff jeffrey jenna jennifer jenny jeremy jerome jerry jess jesse jessica jill jim jimmy jo joan joanna
   joanne joe joel john johnny jon jonah jonas jonathan jordan jorge jose joseph josh joshua joy joyce juan
   juanita judith judy julia julian julie justin kai karen karim karl kate katherine kathleen kathy katie kayla
   keith kelly ken kenji kenneth kenny kerry kevin khalid kim kirk kristen kristin kurt kyle lance larry laura
   lauren laurie leah lena leo leon leonard leslie lewis liam lily lin linda lindsay lisa liz lloyd logan lois
   lola lorenzo lori lorraine lou louis louise luca lucas lucy luis luke lydia lynn mabel maggie malcolm mandy
   manuel marc marcia marco marcus margaret maria marie marilyn mario marion mark marsha marta martha martin
   marvin mary mateo matt matthew maureen maurice max maya megan mei mel melanie melinda melissa mia michael
   michelle miguel mike mila miles milo mindy miranda miriam mitch mohamed mohammed moira molly mona monica
   morgan muriel nadia nancy naomi natalie natasha nate nathan neil nell nelson nicholas nick nicola nicole nigel
   nina noah noel nora norman olga olive oliver olivia omar oscar otis owen pablo pam pamela parker pat patricia
   patrick paul paula pauline pedro peggy penny perry pete peter phil philip phoebe phyllis pierre polly preston
   priya quinn rachel rafael raj ralph ramon randy raul ravi ray raymond rebecca reggie renee rex rhonda ricardo
   richard rick rita rob robert roberta robin rod roger roland ron ronald rosa rose rosie ross roxanne roy ruben
   ruby russ russell ruth ryan sabrina sadie sally sam samantha samir samuel sandra sandy sanjay santiago sara
   sarah scott sean sergio seth shane shannon sharon shaun shawn sheila shelly sherry shirley sid sidney silvia
   simon sofia sonia sophia sophie spencer stacy stan stanley stella stephanie stephen steve steven stewart
   stuart sue sunil susan suzanne sven sylvia tamara tammy tanya tara ted teresa terry theo theresa thomas
   tiffany tim timothy tina toby todd tom tommy toni tony tracy travis trevor tricia troy tyler ursula valerie
   vanessa vera vernon veronica vicky victor victoria vijay vikram vince vincent viola violet virginia vivian
   wade walter wanda warren wayne wendy wes wesley whitney will william winston xavier yara yasmin yolanda yuki
   yusuf yvonne zach zachary zara zed zoe`.split(/\s+/),
);

/** Whether English words begin with somebody's first name: Hugh, Dana Ruiz. */
export const hasFirstName = (said: string): boolean =>
  firstNames.has((/^(?:(?:mr|ms|mrs|dr)\.?\s)?([a-z]+)/i.exec(said.trim())?.[1] ?? '').toLowerCase());
